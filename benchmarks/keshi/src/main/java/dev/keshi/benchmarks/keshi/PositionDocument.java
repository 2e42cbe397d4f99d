package dev.keshi.benchmarks.keshi;

record PositionDocument(String title, int headcount) {}

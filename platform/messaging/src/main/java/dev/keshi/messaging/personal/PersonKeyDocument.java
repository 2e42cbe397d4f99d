package dev.keshi.messaging.personal;

import org.jspecify.annotations.Nullable;

/** @param wrappedKey null once it was destroyed */
record PersonKeyDocument(@Nullable String wrappedKey) {}

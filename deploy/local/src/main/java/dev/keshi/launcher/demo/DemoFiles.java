package dev.keshi.launcher.demo;

import java.nio.file.Path;

/** Where the CSV files of the demo enterprise come from. */
public interface DemoFiles {

    /**
     * Writes {@code departments.csv}, {@code positions.csv} and {@code people.csv}.
     *
     * @return the folder they are in
     */
    Path generate(int people, Path folder);
}

package dev.keshi.org.imports;

import dev.keshi.org.imports.table.ImportFinding;
import java.util.List;

/** Why an import was not accepted. Nothing was written. */
public abstract sealed class ImportProblem extends RuntimeException {

    private ImportProblem(String message) {
        super(message, null, false, false);
    }

    /** The files are not as they must be. */
    public static final class Rejected extends ImportProblem {
        private final transient List<ImportFinding> findings;
        private final int total;

        Rejected(List<ImportFinding> findings, int total) {
            super(total + " findings");
            this.findings = List.copyOf(findings);
            this.total = total;
        }

        /** The first ones, in the order of the files. */
        public List<ImportFinding> findings() {
            return findings;
        }

        /** How many there are in all. */
        public int total() {
            return total;
        }
    }

    /** There was no file. */
    public static final class NoTable extends ImportProblem {
        public NoTable() {
            super("No table");
        }
    }

    /** A part of the request is none of the tables. */
    public static final class UnknownTable extends ImportProblem {
        private final String name;

        public UnknownTable(String name) {
            super("No table " + name);
            this.name = name;
        }

        public String name() {
            return name;
        }
    }

    /** Two parts of the request are the same table; which one was meant is not guessed. */
    public static final class TableTwice extends ImportProblem {
        private final String name;

        public TableTwice(String name) {
            super("Table " + name + " twice");
            this.name = name;
        }

        public String name() {
            return name;
        }
    }

    /** An earlier import is being carried out. */
    public static final class Running extends ImportProblem {
        Running() {
            super("An import is being carried out");
        }
    }

    /** The structure was changed again and again while the files were checked. */
    public static final class StructureBusy extends ImportProblem {
        StructureBusy() {
            super("The structure keeps changing");
        }
    }

    /** There is no such import. */
    public static final class Unknown extends ImportProblem {
        public Unknown() {
            super("No such import");
        }
    }
}

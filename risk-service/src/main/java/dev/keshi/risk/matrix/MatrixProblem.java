package dev.keshi.risk.matrix;

import java.util.Collection;
import java.util.List;

/** Why a matrix was refused, or cannot be used. Nothing was written. */
public abstract sealed class MatrixProblem extends RuntimeException {

    private MatrixProblem(String message) {
        super(message, null, false, false);
    }

    /** It is not five by five. */
    public static final class Size extends MatrixProblem {
        private final String part;
        private final int found;

        Size(String part, int found) {
            super(found + " " + part);
            this.part = part;
            this.found = found;
        }

        public String part() {
            return part;
        }

        public int found() {
            return found;
        }
    }

    /** Some exposures would have no level. */
    public static final class Hole extends MatrixProblem {
        private final List<Exposure> holes;

        Hole(Collection<Exposure> holes) {
            super("No level at " + holes);
            this.holes = List.copyOf(holes);
        }

        public List<Exposure> holes() {
            return holes;
        }
    }

    /** More likely or worse, and a lower level. */
    public static final class Falls extends MatrixProblem {
        private final List<Exposure> falls;

        Falls(Collection<Exposure> falls) {
            super("The level falls at " + falls);
            this.falls = List.copyOf(falls);
        }

        public List<Exposure> falls() {
            return falls;
        }
    }

    /** A cell names a level that is not among the levels. */
    public static final class UnknownLevel extends MatrixProblem {
        private final Exposure at;
        private final String code;

        UnknownLevel(Exposure at, String code) {
            super("No level " + code);
            this.at = at;
            this.code = code;
        }

        public Exposure at() {
            return at;
        }

        public String code() {
            return code;
        }
    }

    /** Two levels have one code. */
    public static final class LevelTwice extends MatrixProblem {
        private final String code;

        LevelTwice(String code) {
            super("Two levels " + code);
            this.code = code;
        }

        public String code() {
            return code;
        }
    }

    /** There is no such version. */
    public static final class Unknown extends MatrixProblem {
        public Unknown(int version) {
            super("No matrix " + version);
        }
    }

    /** The service has just been installed, and the matrix that comes with it is not there yet. */
    public static final class NoneYet extends MatrixProblem {
        NoneYet() {
            super("No matrix yet");
        }
    }

    /** It was drawn on a version that is not the newest, so it would undo what others have released since. */
    public static final class NotNewest extends MatrixProblem {
        private final int newest;

        NotNewest(int newest) {
            super("The newest is " + newest);
            this.newest = newest;
        }

        public int newest() {
            return newest;
        }
    }
}

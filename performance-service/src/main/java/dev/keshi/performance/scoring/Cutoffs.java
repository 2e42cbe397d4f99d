package dev.keshi.performance.scoring;

/** What the grades of one cycle are judged by: its thresholds, raised where a distribution asks for it. */
public record Cutoffs(Total excellent, Total good, Total pass) {

    /** Above every total, so that nobody is excellent: more people tie for the best total than the grade has places. */
    static final Total NOBODY = Total.of("100.1");

    public Grade gradeOf(Total total) {
        if (total.compareTo(excellent) >= 0) {
            return Grade.EXCELLENT;
        }
        if (total.compareTo(good) >= 0) {
            return Grade.GOOD;
        }
        return total.compareTo(pass) >= 0 ? Grade.PASS : Grade.FAIL;
    }
}

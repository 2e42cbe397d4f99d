package dev.keshi.training.trainee;

/** Whoever has to do something when something becomes known of a person. */
public interface TraineeFollower {

    /**
     * Does what follows from all that is known. To do it again changes nothing.
     *
     * @return false when something that it needs is not known yet, so that it wants to be asked again
     */
    boolean follow(Trainee trainee);
}

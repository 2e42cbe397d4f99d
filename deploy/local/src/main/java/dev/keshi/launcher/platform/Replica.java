package dev.keshi.launcher.platform;

/**
 * One of the processes of a service. All of them share its database, its group of consumers and its keys, and each has ports of its own; the gateway
 * of one machine only knows the first.
 *
 * @param number 1, or 2 for one beside it
 */
public record Replica(Service service, int number) {

    private static final int MOST = 2;
    private static final int APART = 10;

    public Replica {
        if (number < 1 || number > MOST) {
            throw new IllegalArgumentException("number: " + number);
        }
    }

    public static Replica first(Service service) {
        return new Replica(service, 1);
    }

    public static Replica second(Service service) {
        return new Replica(service, MOST);
    }

    /** The name of its log and of its files. */
    String name() {
        return number == 1 ? service.module() : service.module() + "-" + number;
    }

    int offset() {
        return service.offset() + APART * (number - 1);
    }

    int managementOffset() {
        return service.managementOffset() + APART * (number - 1);
    }
}

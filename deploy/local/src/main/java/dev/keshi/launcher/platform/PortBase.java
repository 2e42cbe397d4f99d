package dev.keshi.launcher.platform;

import dev.keshi.infrastructure.LocalInfrastructure;
import dev.keshi.infrastructure.process.LocalFailure;
import dev.keshi.infrastructure.process.Port;

/** The first of the ports that one checkout uses; all others lie at fixed places above it. */
public record PortBase(int number) {

    public static final PortBase DEFAULT = new PortBase(8700);

    /** How many ports one checkout may use. */
    public static final int COUNT = 43;

    private static final int HIGHEST_OFFSET = COUNT - 1;
    private static final int LOWEST = 1024;

    public PortBase {
        if (number < LOWEST || number + HIGHEST_OFFSET > 65535) {
            throw new LocalFailure("A port base of %d leaves no room for the ports above it: choose one from %d to %d."
                    .formatted(number, LOWEST, 65535 - HIGHEST_OFFSET));
        }
    }

    public static PortBase of(String text) {
        try {
            return new PortBase(Integer.parseInt(text));
        } catch (NumberFormatException e) {
            throw new LocalFailure(
                    "The port base must be a number, for example --port-base 9700, not '%s'.".formatted(text), e);
        }
    }

    public Port of(Service service) {
        return of(Replica.first(service));
    }

    public Port of(Replica replica) {
        return new Port(number + replica.offset());
    }

    public Port management(Service service) {
        return management(Replica.first(service));
    }

    Port management(Replica replica) {
        return new Port(number + replica.managementOffset());
    }

    /** The public address of the platform. */
    public String gateway() {
        return "http://127.0.0.1:" + of(Service.GATEWAY).number();
    }

    LocalInfrastructure.Ports infrastructure() {
        return LocalInfrastructure.Ports.above(number);
    }
}

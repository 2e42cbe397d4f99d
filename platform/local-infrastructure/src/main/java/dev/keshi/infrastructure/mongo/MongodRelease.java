package dev.keshi.infrastructure.mongo;

import java.util.Map;
import java.util.Optional;

/** The official release for one platform. The Linux archives are those for Ubuntu 22.04: they need glibc 2.35 and OpenSSL 3. */
record MongodRelease(String path, Sha256 checksum) {

    static final String VERSION = "8.0.11";

    private static final Map<String, MongodRelease> BY_PLATFORM = Map.of(
            "Linux amd64",
                    release(
                            "linux/mongodb-linux-x86_64-ubuntu2204",
                            "5c4af1b28bd9c8c475526c029719f9066d3c86860702b0ad9fc4d2bfff1e0d8a"),
            "Linux aarch64",
                    release(
                            "linux/mongodb-linux-aarch64-ubuntu2204",
                            "a75781a1b76727fb8f64749c585b3700e07bfc1267fcc650f3e569387a276360"),
            "Mac OS X x86_64",
                    release(
                            "osx/mongodb-macos-x86_64",
                            "44babe685262c52b771208a7a602075a7478086934297e5c982dd0adb5b78c9f"),
            "Mac OS X aarch64",
                    release(
                            "osx/mongodb-macos-arm64",
                            "90dcc1c8f1178b94f7fafafab7f109b8a20311f1b26ebb1b06a27cbda115e6d6"));

    static Optional<MongodRelease> forThisPlatform() {
        return Optional.ofNullable(
                BY_PLATFORM.get(System.getProperty("os.name") + " " + System.getProperty("os.arch")));
    }

    private static MongodRelease release(String name, String sha256) {
        return new MongodRelease(name + "-" + VERSION + ".tgz", new Sha256(sha256));
    }
}

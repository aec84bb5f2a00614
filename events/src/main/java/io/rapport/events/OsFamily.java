package io.rapport.profile.computed.device;

/** Families of operating systems; states hold their places, so new ones go to the end. */
public enum OsFamily {
    WINDOWS("Windows"),
    MACOS("macOS"),
    LINUX("Linux"),
    CHROME_OS("ChromeOS"),
    ANDROID("Android"),
    IOS("iOS"),
    OTHER("other");

    private final String wire;

    OsFamily(String wire) {
        this.wire = wire;
    }

    public String wire() {
        return wire;
    }
}

package vn.ruralmap.server.wfs;

import java.io.IOException;

/** Writes the capabilities of one version. */
interface CapabilitiesWriter {

    void write(CapabilitiesDocument document) throws IOException;

    static CapabilitiesWriter of(WfsVersion version) {
        return switch (version) {
            case V2_0_0 -> new Capabilities200();
            case V1_1_0 -> new Capabilities110();
            case V1_0_0 -> new Capabilities100();
        };
    }
}

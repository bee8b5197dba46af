package vn.ruralmap.server.wms;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import vn.ruralmap.server.ServerFixture;

/** The contract on a world of our own, which is there on every machine. */
class CiteGeneratedWorldTest extends CiteContract {

    private static ServerFixture server;

    @BeforeAll
    static void start() {
        server = CiteWorld.generated();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Override
    ServerFixture server() {
        return server;
    }
}

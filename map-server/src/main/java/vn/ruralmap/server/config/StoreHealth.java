package vn.ruralmap.server.config;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;
import vn.ruralmap.server.support.StoreAvailability;

/**
 * Whether the store answers. If it does not, the server is degraded and not down: it goes on showing the map as it was, and a
 * balancer should go on sending visitors.
 */
@Component
class StoreHealth implements HealthIndicator {

    /** Reported with HTTP status 200, see application.yml. */
    static final String DEGRADED = "DEGRADED";

    private final StoreAvailability availability;

    StoreHealth(StoreAvailability availability) {
        this.availability = availability;
    }

    @Override
    public Health health() {
        return availability.isAway()
                ? Health.status(DEGRADED).build()
                : Health.up().build();
    }
}

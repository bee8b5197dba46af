package vn.ruralmap.server.config;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.ruralmap.layers.crs.CoordinateSystems;

/** Loads the projections after the start, which takes a second that neither the start nor the first visitor need wait. */
@Component
class WarmUp {

    @EventListener(ApplicationReadyEvent.class)
    void loadProjections() {
        Thread thread = new Thread(CoordinateSystems::list, "warm-up");
        thread.setDaemon(true);
        thread.start();
    }
}

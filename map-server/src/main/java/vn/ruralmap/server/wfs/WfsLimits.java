package vn.ruralmap.server.wfs;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How much a request may hold; an operator sets {@code RURALMAP_WFS_MAXREQUEST} and {@code RURALMAP_WFS_MAXVERTICES}.
 *
 * @param maxRequest of the XML encoding; a commune's boundary takes some hundred kilobytes, and it is read as it arrives
 * @param maxVertices of all geometries in a filter
 */
@ConfigurationProperties("ruralmap.wfs")
record WfsLimits(
        @DefaultValue("64MB") DataSize maxRequest,
        @DefaultValue("500000") int maxVertices) {}

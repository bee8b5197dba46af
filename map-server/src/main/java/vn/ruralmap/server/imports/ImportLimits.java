package vn.ruralmap.server.imports;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What imports may cost.
 *
 * @param perImport all files of one import; the importer itself takes no larger file
 * @param total all files and reports of all imports
 * @param reserve what must stay free on the disk, on which the store is too
 * @param files of one import
 * @param queue imports that wait
 * @param kept how long an import stays after its last change
 * @param stalled an upload that brings next to nothing for so long is cut
 */
@ConfigurationProperties("ruralmap.imports")
record ImportLimits(
        @DefaultValue("4GB") DataSize perImport,
        @DefaultValue("20GB") DataSize total,
        @DefaultValue("1GB") DataSize reserve,
        @DefaultValue("100") int files,
        @DefaultValue("20") int queue,
        @DefaultValue("30d") Duration kept,
        @DefaultValue("60s") Duration stalled) {}

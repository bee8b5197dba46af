package vn.ruralmap.server.tiling;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.LongSupplier;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * A number for the code that makes tiles: the same in every process of one build, another one when the code changes. Without
 * it a browser would be told after an upgrade that its old drawing is still right.
 */
final class ProgramDigest implements LongSupplier {

    private static final List<String> MAKERS = List.of(
            "classpath*:vn/ruralmap/server/render/**/*.*",
            "classpath*:vn/ruralmap/server/tiling/**/*.class",
            "classpath*:vn/ruralmap/layers/snapshot/*.class",
            "classpath*:vn/ruralmap/layers/style/*.class",
            "classpath*:vn/ruralmap/layers/crs/*.*");

    private volatile long value;

    /** Takes some 50 ms the first time. */
    @Override
    public long getAsLong() {
        if (value == 0) {
            value = compute();
        }
        return value;
    }

    private static long compute() {
        Fingerprint digest = new Fingerprint();
        PathMatchingResourcePatternResolver resolver = new PathMatchingResourcePatternResolver();
        try {
            for (String pattern : MAKERS) {
                Resource[] files = resolver.getResources(pattern);
                Arrays.sort(files, Comparator.comparing(file -> String.valueOf(file.getFilename())));
                for (Resource file : files) {
                    if (file.isReadable()) {
                        digest.add(file.getContentAsByteArray());
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return digest.value();
    }
}

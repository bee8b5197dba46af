package vn.ruralmap.server.tiling;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.function.LongSupplier;
import org.locationtech.jts.geom.Envelope;
import vn.ruralmap.layers.snapshot.LayerView;
import vn.ruralmap.layers.style.MapStyle;
import vn.ruralmap.server.support.WorkLimit;

/**
 * All tiles. First the tag, then, if the client does not have that, the bytes:
 *
 * <pre>{@code
 * TileTag tag = tiles.tag(request, presence);
 * byte[] bytes = tiles.bytes(request, tag, presence);
 * }</pre>
 *
 * <p>Both are remembered within limits; what is remembered costs microseconds and waits for nobody.
 * A tile that is begun is finished even if nobody waits for it any more: it takes milliseconds, and the next one finds it made.
 */
public final class Tiles {

    /** Of an entry beside its bytes: key, tag, links. An estimate on the safe side. */
    private static final int ENTRY_BYTES = 200;

    private static final int MAX_TAGS = 100_000;

    private final WorkLimit limit;
    private final LongSupplier program;
    private final Map<LayerView, ViewFingerprints> views = Collections.synchronizedMap(new WeakHashMap<>());
    private final BoundedCache<Question, TileTag> tags = new BoundedCache<>(MAX_TAGS, tag -> 1);
    private final BoundedCache<String, byte[]> bytes;
    private final Underway<String, byte[]> making = new Underway<>();
    private final Underway<Question, TileTag> tagging = new Underway<>();

    /** @param cacheBytes memory for made tiles. @param program different for programs that make other bytes of the same data */
    Tiles(WorkLimit limit, long cacheBytes, LongSupplier program) {
        this.limit = limit;
        this.program = program;
        this.bytes = new BoundedCache<>(cacheBytes, tile -> tile.length + ENTRY_BYTES);
    }

    /**
     * One tile.
     *
     * @param layers bottom first
     */
    public record Request(TileFormat format, TileAddress address, List<StyledView> layers) {
        public Request {
            layers = List.copyOf(layers);
        }
    }

    /** A request without the views themselves, which live no longer than somebody shows them. */
    private record Question(TileFormat format, TileAddress address, List<Long> views, List<MapStyle> styles) {}

    /**
     * @param presence asked after a wait, see {@link vn.ruralmap.server.support.ClientConnection#presence}
     * @throws vn.ruralmap.server.support.RequestException with status 503 if there is too much to do
     */
    public TileTag tag(Request request, Runnable presence) throws IOException {
        List<Long> serials = new ArrayList<>(request.layers().size());
        List<MapStyle> styles = new ArrayList<>(request.layers().size());
        for (StyledView layer : request.layers()) {
            serials.add(fingerprints(layer.view()).serial());
            styles.add(layer.style());
        }
        Question question = new Question(request.format(), request.address(), serials, styles);
        TileTag known = tags.find(question);
        return known != null ? known : tagging.get(question, () -> limit.run(presence, () -> make(question, request)));
    }

    private ViewFingerprints fingerprints(LayerView view) {
        return views.computeIfAbsent(view, ViewFingerprints::new);
    }

    private TileTag make(Question question, Request request) {
        TileTag tag = make(request);
        tags.put(question, tag);
        return tag;
    }

    private TileTag make(Request request) {
        TileFormat format = request.format();
        TileAddress address = request.address();
        List<Envelope> areas = format.areas(address, request.layers());
        Fingerprint content = new Fingerprint();
        long found = 0;
        for (int i = 0; i < areas.size(); i++) {
            StyledView layer = request.layers().get(i);
            Envelope area = areas.get(i);
            int[] positions = area.isNull() ? new int[0] : layer.view().listPositions(area);
            if (positions.length > 0) {
                content.add(layer.view().layer().name());
                format.describe(layer, content);
                ViewFingerprints prints = fingerprints(layer.view());
                for (int position : positions) {
                    content.add(prints.of(layer.view(), position));
                }
                found += positions.length;
            }
        }
        Fingerprint tag = new Fingerprint().add(program.getAsLong()).add(format.name());
        if (found > 0) {
            tag.add(address.set().name().id())
                    .add(address.level())
                    .add(address.column())
                    .add(address.row())
                    .add(content.value())
                    .add(found);
        }
        return new TileTag(tag.text(), found == 0);
    }

    /**
     * The bytes of a tile, which are not to be changed.
     *
     * @param tag of the request
     * @param presence asked after a wait
     * @throws vn.ruralmap.server.support.RequestException with status 503 if there is too much to do
     */
    public byte[] bytes(Request request, TileTag tag, Runnable presence) throws IOException {
        if (tag.empty()) {
            return request.format().empty();
        }
        byte[] known = bytes.find(tag.value());
        return known != null
                ? known
                : making.get(
                        tag.value(),
                        () -> limit.run(presence, () -> {
                            byte[] made = request.format().make(request.address(), request.layers());
                            bytes.put(tag.value(), made);
                            return made;
                        }));
    }

    /** Memory that made tiles take. */
    long cachedBytes() {
        return bytes.total();
    }
}

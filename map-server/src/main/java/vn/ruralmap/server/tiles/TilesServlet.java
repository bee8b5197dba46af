package vn.ruralmap.server.tiles;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import vn.ruralmap.layers.snapshot.Snapshots;
import vn.ruralmap.server.support.LegalDate;
import vn.ruralmap.server.support.Parameters;
import vn.ruralmap.server.support.PlainServlet;
import vn.ruralmap.server.support.Problems;
import vn.ruralmap.server.support.RequestException;
import vn.ruralmap.server.support.StoreAvailability;
import vn.ruralmap.server.tiling.LayerChoice;
import vn.ruralmap.server.tiling.StyledView;
import vn.ruralmap.server.tiling.TileAnswers;
import vn.ruralmap.server.tiling.Tiles;

/**
 * Answers {@code /tiles/{layer}/{z}/{x}/{y}.png}, {@code {y}@2x.png}, {@code {y}.mvt} and {@code /tiles/{layer}.json}.
 *
 * <p>{@code layer} may be a list with commas, bottom first. Parameters: {@code as-of}, {@code style}, and {@code v}, the
 * tile's tag, with which the answer may be kept for ever.
 */
final class TilesServlet extends PlainServlet {

    private final transient Snapshots snapshots;
    private final transient TilePath.Formats formats;
    private final transient TileAnswers answers;
    private final transient TileJson tileJson;

    TilesServlet(
            StoreAvailability availability,
            Snapshots snapshots,
            TilePath.Formats formats,
            TileAnswers answers,
            TileJson tileJson) {
        super(availability);
        this.snapshots = snapshots;
        this.formats = formats;
        this.answers = answers;
        this.tileJson = tileJson;
    }

    @Override
    protected void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = request.getPathInfo();
        // most requests have none, and the container is slow to say so
        Parameters parameters = request.getQueryString() == null ? Parameters.NONE : Parameters.of(request);
        LocalDate today = snapshots.today();
        if (path != null && path.endsWith(".json")) {
            tileJson.answer(path, parameters, request, response);
            return;
        }
        TilePath tile = TilePath.parse(path, formats);
        List<StyledView> layers = LayerChoice.find(
                snapshots.current(), tile.layers(), parameters.list("style"), LegalDate.of(parameters, today));
        answers.send(
                new Tiles.Request(tile.format(), tile.address(), layers),
                parameters.find("v").orElse(null),
                request,
                response);
    }

    @Override
    protected void refuse(RequestException e, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Problems.write(e, response);
    }
}

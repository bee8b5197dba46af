package vn.ruralmap.server.editing;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Component;
import vn.ruralmap.layers.model.Audience;
import vn.ruralmap.layers.snapshot.LayerView;
import vn.ruralmap.server.support.PrivateAnswer;

/**
 * Gives services the view of a layer that whoever asks may see. Everything else that there are views of is the public's.
 *
 * <p>Who sent a request is asked only where it matters, on layers with private attributes, and costs nothing if the request says nothing
 * about it.
 */
@Component
public final class Audiences {

    private final EditRights rights;

    Audiences(EditRights rights) {
        this.rights = rights;
    }

    /** The same view, with private properties for those who may see them; the answer is marked as private then. */
    public LayerView show(LayerView view, HttpServletRequest request, HttpServletResponse response) {
        LayerView whole = view.seenBy(Audience.READER);
        if (!whole.showsPrivate() || of(request) == Audience.PUBLIC) {
            return view.seenBy(Audience.PUBLIC);
        }
        PrivateAnswer.mark(request, response);
        return whole;
    }

    private Audience of(HttpServletRequest request) {
        return rights.findAccount(request).map(Writer::audience).orElse(Audience.PUBLIC);
    }
}

package vn.ruralmap.server.render;

/** An image took longer to draw than it was given. */
public final class DrawingTimeoutException extends RuntimeException {

    DrawingTimeoutException() {
        super("the image takes too long to draw");
    }
}

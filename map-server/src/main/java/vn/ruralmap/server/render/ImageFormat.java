package vn.ruralmap.server.render;

/** The image formats that can be written. */
public enum ImageFormat {
    /** Without loss; with a palette where the image has few enough colours. */
    PNG("image/png"),
    /** At most 256 colours. */
    PNG8("image/png; mode=8bit"),
    /** On white where the map is transparent. */
    JPEG("image/jpeg"),
    /** At most 255 colours, and no half-transparent ones. */
    GIF("image/gif");

    private final String mediaType;

    ImageFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    public String mediaType() {
        return mediaType;
    }
}

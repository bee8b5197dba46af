package vn.ruralmap.server.render;

/** A label ready to be placed: its box has its centre on the place. */
interface LabelPicture {

    double widthPx();

    double heightPx();

    /** The picture, with the centre of the box as the anchor. */
    Sprite sprite();
}

package vn.ruralmap.layers.model;

/** For whom an answer is made. What somebody may see of a feature is decided here and nowhere else. */
public enum Audience {
    /** Anybody. Whatever is shared by requests, such as tiles and remembered answers, is made for it. */
    PUBLIC,
    /** Those who were trusted with private attributes. */
    READER;

    public boolean sees(Property property) {
        return this == READER || !property.isPrivate();
    }

    public boolean sees(Attribute attribute) {
        return this == READER || !attribute.isPrivate();
    }
}

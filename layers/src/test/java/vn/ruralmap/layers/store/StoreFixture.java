package vn.ruralmap.layers.store;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import vn.ruralmap.layers.catalogue.Catalogue;
import vn.ruralmap.layers.model.Change;
import vn.ruralmap.layers.model.Changeset;
import vn.ruralmap.layers.model.Feature;

/** An empty store of the adapter under test, for each test a new one. */
public abstract class StoreFixture {

    /** The catalogue of the store. */
    protected final Catalogue catalogue = ContractCatalogue.create();

    /** The store under test. */
    protected FeatureStore store;

    private final Deque<FeatureStore> opened = new ArrayDeque<>();

    /** Opens stores by location; a class with a public constructor without parameters, so that another process can. */
    public interface Opener {
        /** @param location as {@link #location()} gives it */
        FeatureStore open(String location, Catalogue catalogue);

        /** All that is in the store, for reading. */
        StoreContents contents(String location, Catalogue catalogue);
    }

    /** How the adapter under test is opened. */
    protected abstract Class<? extends Opener> opener();

    /** Where this test's store is: a file, a URL. Nothing is there when the test begins. */
    protected abstract String location();

    @BeforeEach
    void openStore() {
        store = open();
    }

    @AfterEach
    void closeStores() {
        opened.forEach(FeatureStore::close);
    }

    /** One more instance on the same store, closed after the test. */
    protected FeatureStore open() {
        FeatureStore another = open(opener().getName(), location(), catalogue);
        opened.push(another);
        return another;
    }

    static FeatureStore open(String openerClass, String location, Catalogue catalogue) {
        return opener(openerClass).open(location, catalogue);
    }

    static Opener opener(String openerClass) {
        try {
            return (Opener) Class.forName(openerClass).getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("not an opener of stores: " + openerClass, e);
        }
    }

    /** All that is in the store; whoever asks closes it. */
    protected StoreContents contents() {
        return contents(catalogue);
    }

    /** The same for somebody who has another catalogue. */
    protected StoreContents contents(Catalogue other) {
        return opener(opener().getName()).contents(location(), other);
    }

    /** Publishes changes. */
    protected Changeset publish(Change... changes) {
        return store.publish(Changes.draft(changes));
    }

    /** The features of a layer, as a reader without a snapshot gets them. */
    protected List<Feature> features(String layer) {
        StoreDelta.LayerDelta delta = store.readSince(0).layers().get(layer);
        return delta == null ? List.of() : delta.present();
    }

    /** The only feature of a layer. */
    protected Feature single(String layer) {
        List<Feature> features = features(layer);
        if (features.size() != 1) {
            throw new AssertionError("expected one feature on " + layer + ", found " + features);
        }
        return features.get(0);
    }
}

package vn.ruralmap.server;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.codeUnits;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RestController;
import vn.ruralmap.layers.model.Audience;
import vn.ruralmap.layers.snapshot.LayerView;
import vn.ruralmap.server.editing.Audiences;

/** One package per service, strangers to one another, over seven that know no service. */
@AnalyzeClasses(packages = "vn.ruralmap.server", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String BASE = "vn.ruralmap.server.";
    private static final String[] SERVICES = {
        BASE + "wms..",
        BASE + "wfs..",
        BASE + "tiles..",
        BASE + "wmts..",
        BASE + "styles..",
        BASE + "download..",
        BASE + "metadata..",
        BASE + "viewer..",
        BASE + "imports..",
        BASE + "proposals..",
        BASE + "ogcapi..",
        BASE + "accounts.."
    };
    private static final String[] SHARED = {
        BASE + "formats..",
        BASE + "editing..",
        BASE + "tiling..",
        BASE + "render..",
        BASE + "encoding..",
        BASE + "mail..",
        BASE + "support.."
    };

    private static final String SHAPEFILE_WRITER = "vn.ruralmap.dataimport.write..";

    @ArchTest
    static final ArchRule A_SERVICE_SEES_ITSELF_AND_WHAT_ALL_SHARE = slices().matching(BASE + "(*)..")
            .should()
            .notDependOnEachOther()
            .ignoreDependency(
                    in(BASE + "cli.."),
                    in(
                            BASE + "config..",
                            BASE + "formats..",
                            BASE + "encoding..",
                            BASE + "accounts..",
                            BASE + "editing..",
                            BASE + "support.."))
            .ignoreDependency(in(BASE + "config.."), in(BASE + "support.."))
            .ignoreDependency(in(SERVICES), in(SHARED))
            .ignoreDependency(in(BASE + "formats.."), in(BASE + "encoding..", BASE + "support.."))
            .ignoreDependency(in(BASE + "editing.."), in(BASE + "support.."))
            .ignoreDependency(in(BASE + "mail.."), in(BASE + "support.."))
            .ignoreDependency(in(BASE + "tiling.."), in(BASE + "render..", BASE + "support.."));

    @ArchTest
    static final ArchRule EVERY_PACKAGE_HAS_ITS_PLACE_IN_THESE_RULES = classes()
            .that()
            .resideOutsideOfPackage("vn.ruralmap.server")
            .should()
            .resideInAnyPackage(concat(SERVICES, SHARED, new String[] {BASE + "cli..", BASE + "config.."}));

    @ArchTest
    static final ArchRule ONLY_COMMANDS_AND_UPLOADS_IMPORT = noClasses()
            .that()
            .resideOutsideOfPackages(BASE + "cli..", BASE + "imports..")
            .should()
            .dependOnClassesThat(in("vn.ruralmap.dataimport..").and(not(in(SHAPEFILE_WRITER))));

    @ArchTest
    static final ArchRule ONLY_FORMATS_WRITE_SHAPEFILES = noClasses()
            .that()
            .resideOutsideOfPackages(BASE + "cli..", BASE + "imports..", BASE + "formats..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(SHAPEFILE_WRITER);

    @ArchTest
    static final ArchRule ONLY_CONFIG_NAMES_A_STORE = noClasses()
            .that()
            .resideOutsideOfPackage(BASE + "config..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("vn.ruralmap.layers.store.*..");

    @ArchTest
    static final ArchRule ENCODING_AND_DRAWING_KNOW_NO_HTTP = noClasses()
            .that()
            .resideInAnyPackage(BASE + "render..", BASE + "encoding..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework..", "jakarta..", "java.net..");

    @ArchTest
    static final ArchRule CONTROLLERS_ARE_NOBODYS_BUSINESS = classes()
            .that()
            .areAnnotatedWith(RestController.class)
            .or()
            .areAnnotatedWith(Controller.class)
            .should()
            .bePackagePrivate();

    /** Every other view is the public's, whatever is forgotten. */
    @ArchTest
    static final ArchRule ONLY_ONE_CLASS_GIVES_OUT_VIEWS_WITH_PRIVATE_PROPERTIES = noClasses()
            .that()
            .doNotBelongToAnyOf(Audiences.class)
            .should()
            .callMethod(LayerView.class, "seenBy", Audience.class);

    /** Their answers are shared by caches. */
    @ArchTest
    static final ArchRule WHAT_IS_DRAWN_IS_DRAWN_FOR_EVERYBODY = noClasses()
            .that()
            .resideInAnyPackage(
                    BASE + "render..",
                    BASE + "tiling..",
                    BASE + "tiles..",
                    BASE + "wmts..",
                    BASE + "styles..",
                    BASE + "metadata..")
            .should()
            .dependOnClassesThat()
            .areAssignableTo(Audiences.class);

    @ArchTest
    static final ArchRule NO_REQUEST_GOES_OUT_EXCEPT_TO_THE_IDENTITY_PROVIDER = noClasses()
            .that()
            .resideOutsideOfPackage(BASE + "accounts.oidc..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.net.http..", "org.springframework.web.client..")
            .orShould()
            .dependOnClassesThat()
            .haveNameMatching("java\\.net\\.(URLConnection|HttpURLConnection|Socket)");

    @ArchTest
    static final ArchRule ONLY_COMMANDS_USE_STANDARD_STREAMS = noClasses()
            .that()
            .resideOutsideOfPackage(BASE + "cli..")
            .should(com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS);

    @ArchTest
    static final ArchRule FAILURES_ARE_CAUGHT_WHOLESALE_ONLY_WHERE_THEY_BECOME_ANSWERS = codeUnits()
            .that(describe(
                    "lie outside of support, cli and the controllers",
                    unit -> !unit.getOwner().isAnnotatedWith(RestController.class)
                            && !in(BASE + "support..", BASE + "cli..").test(unit.getOwner())))
            .should(notCatch(RuntimeException.class, Exception.class));

    @ArchTest
    static final ArchRule NO_GENERIC_EXCEPTIONS = NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS;

    @ArchTest
    static final ArchRule NO_FIELD_INJECTION = NO_CLASSES_SHOULD_USE_FIELD_INJECTION;

    @ArchTest
    static final ArchRule NO_JAVA_UTIL_LOGGING = NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;

    @ArchTest
    static final ArchRule NO_CYCLES = slices().matching(BASE + "(**)").should().beFreeOfCycles();

    private static com.tngtech.archunit.base.DescribedPredicate<JavaClass> in(String... packages) {
        return JavaClass.Predicates.resideInAnyPackage(packages);
    }

    private static String[] concat(String[]... parts) {
        return java.util.Arrays.stream(parts).flatMap(java.util.Arrays::stream).toArray(String[]::new);
    }

    private static ArchCondition<JavaCodeUnit> notCatch(Class<?>... tooWide) {
        return new ArchCondition<>("not catch " + java.util.Arrays.toString(tooWide)) {
            @Override
            public void check(JavaCodeUnit unit, ConditionEvents events) {
                unit.getTryCatchBlocks().stream()
                        .flatMap(block -> block.getCaughtThrowables().stream())
                        .filter(caught -> java.util.Arrays.stream(tooWide).anyMatch(caught::isEquivalentTo))
                        .forEach(caught -> events.add(SimpleConditionEvent.violated(
                                unit, unit.getFullName() + " catches " + caught.getSimpleName())));
            }
        };
    }
}

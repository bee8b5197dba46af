package vn.ruralmap.dataimport;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.GeneralCodingRules;

@AnalyzeClasses(packages = "vn.ruralmap.dataimport", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule STAGES_ARE_STRANGERS = slices().matching(
                    "vn.ruralmap.dataimport.(read|check|transform|load|inspect)..")
            .should()
            .notDependOnEachOther()
            .because("a stage is tried and replaced alone; only the root package joins them");

    @ArchTest
    static final ArchRule PLACING_KNOWS_NUMBERS_AND_GROUND_ONLY = noClasses()
            .that()
            .resideInAPackage("vn.ruralmap.dataimport.placing..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "vn.ruralmap.dataimport.read..", "vn.ruralmap.dataimport.check..", "vn.ruralmap.dataimport.load..");

    @ArchTest
    static final ArchRule NO_CYCLES =
            slices().matching("vn.ruralmap.dataimport.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule NOTHING_KNOWS_THE_WHOLE = noClasses()
            .that()
            .resideInAPackage("vn.ruralmap.dataimport.*..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("vn.ruralmap.dataimport");

    @ArchTest
    static final ArchRule ENCODINGS_ARE_READ_AND_ARE_STRANGERS_TO_ALL_ELSE = noClasses()
            .that()
            .resideInAPackage("vn.ruralmap.dataimport.encoding..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "vn.ruralmap.dataimport.read..",
                    "vn.ruralmap.dataimport.check..",
                    "vn.ruralmap.dataimport.transform..",
                    "vn.ruralmap.dataimport.load..",
                    "vn.ruralmap.dataimport.sample..",
                    "vn.ruralmap.dataimport.write..",
                    "vn.ruralmap.layers.store..",
                    "vn.ruralmap.layers.catalogue..",
                    "vn.ruralmap.layers.crs..");

    @ArchTest
    static final ArchRule ONLY_READING_DECODES = noClasses()
            .that()
            .resideInAnyPackage(
                    "vn.ruralmap.dataimport.check..",
                    "vn.ruralmap.dataimport.transform..",
                    "vn.ruralmap.dataimport.load..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("vn.ruralmap.dataimport.encoding..");

    @ArchTest
    static final ArchRule ONLY_LOAD_SEES_THE_STORE = noClasses()
            .that()
            .resideInAnyPackage(
                    "vn.ruralmap.dataimport.read..",
                    "vn.ruralmap.dataimport.check..",
                    "vn.ruralmap.dataimport.transform..",
                    "vn.ruralmap.dataimport.placing..",
                    "vn.ruralmap.dataimport.inspect..",
                    "vn.ruralmap.dataimport.write..",
                    "vn.ruralmap.dataimport.sample..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("vn.ruralmap.layers.store..");

    @ArchTest
    static final ArchRule THE_ADAPTER_OF_THE_STORE_IS_THE_CALLERS_CHOICE =
            noClasses().should().dependOnClassesThat().resideInAPackage("vn.ruralmap.layers.store.*..");

    @ArchTest
    static final ArchRule A_LIBRARY_WITHOUT_FRAMEWORK = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework..", "org.geotools..", "picocli..")
            .because("coordinate systems come from vn.ruralmap.layers.crs, and whoever calls brings the frame");

    @ArchTest
    static final ArchRule PRINTS_NOTHING = GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

    @ArchTest
    static final ArchRule THROWS_NOTHING_NAMELESS = GeneralCodingRules.NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS;
}

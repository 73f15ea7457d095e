package org.robustest.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;

@AnalyzeClasses(packages = "org.robustest", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule everyClassBelongsToAModuleAndFollowsItsArrows = arrows();

    @ArchTest
    static final ArchRule theNetworkNeedsNothingButTheJdk = classes()
            .that()
            .resideInAnyPackage(RobustestModule.NETWORK.packages())
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(RobustestModule.NETWORK.packages())
                    .or(resideInAnyPackage("java..", "jdk.incubator.vector..", "org.jspecify..")))
            .because("testing a model should not bring a user libraries that its model does not need");

    @ArchTest
    static final ArchRule packagesAreFreeOfCycles =
            slices().matching("org.robustest.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule packagesAreNamedForWhatTheyAreAbout = noClasses()
            .should()
            .resideInAnyPackage(
                    "..common..", "..helper..", "..helpers..", "..impl..", "..misc..", "..util..", "..utils..")
            .because("a package is a feature, not a kind of class");

    @ArchTest
    static final ArchRule whatIsPublicIsExported =
            classes().that().arePublic().and().areTopLevelClasses().should(ModuleBoundaries.beExportedUnlessInternal());

    @ArchTest
    static final ArchRule internalsStayInside = classes().should(ModuleBoundaries.keepOffTheInternalsOfOtherModules());

    private static ArchRule arrows() {
        LayeredArchitecture architecture = layeredArchitecture().consideringOnlyDependenciesInLayers();
        for (RobustestModule module : RobustestModule.withSources()) {
            architecture = architecture.layer(module.name()).definedBy(module.packages());
        }
        for (RobustestModule module : RobustestModule.withSources()) {
            String[] reachable = module.reachable()
                    .filter(RobustestModule.withSources()::contains)
                    .map(Enum::name)
                    .toArray(String[]::new);
            architecture = reachable.length == 0
                    ? architecture.whereLayer(module.name()).mayNotAccessAnyLayer()
                    : architecture.whereLayer(module.name()).mayOnlyAccessLayers(reachable);
        }
        return architecture
                .ensureAllClassesAreContainedInArchitecture()
                .because("RobustestModule lists the packages of each module, and the arrows between the modules");
    }
}

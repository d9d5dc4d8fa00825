package io.mauntic.kit.test;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The rules of the house that hold in every service; a service's {@code ArchitectureTest} extends
 * it and names its exceptions.
 */
public abstract class HouseRules {

    private static final Pattern CREATED =
            Pattern.compile(
                    "create\\s+(?:unlogged\\s+)?table\\s+(?:if not exists\\s+)?(\\w+)(?!\\s+partition of)\\b",
                    Pattern.CASE_INSENSITIVE);
    private static final Pattern PARTITION =
            Pattern.compile(
                    "create\\s+table\\s+(\\w+)\\s+partition\\s+of", Pattern.CASE_INSENSITIVE);
    private static final Pattern GUARDED = Pattern.compile("guard_organization\\('(\\w+)'\\)");

    private final JavaClasses code =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages(packageUnderTest());

    /** Such as {@code io.mauntic.crm}. */
    protected abstract String packageUnderTest();

    /** The tables that work for all organizations at once and stand outside the policies. */
    protected Set<String> tablesOutsideThePolicies() {
        return Set.of();
    }

    @Test
    void the_domain_is_plain_java() {
        noClasses()
                .that()
                .resideInAPackage("..domain..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.quarkus..",
                        "io.smallrye..",
                        "io.vertx..",
                        "jakarta.enterprise..",
                        "jakarta.ws..",
                        "io.mauntic.kit..")
                .allowEmptyShould(true)
                .check(code);
    }

    @Test
    void only_the_unit_of_work_opens_transactions() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("jakarta.transaction.Transactional")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName(
                        "io.quarkus.hibernate.reactive.panache.common.WithTransaction")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("io.quarkus.hibernate.reactive.panache.common.WithSession")
                .allowEmptyShould(true)
                .check(code);
    }

    @Test
    void nothing_runs_by_the_clock_but_what_is_due() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.quarkus.scheduler..")
                .allowEmptyShould(true)
                .check(code);
    }

    @Test
    void no_class_is_called_by_what_it_is_made_of() {
        classes()
                .that()
                .areTopLevelClasses()
                .should()
                .haveNameNotMatching(".*(Impl|Manager|Helper|Util|Utils|DTO|Dto|Processor)$")
                .allowEmptyShould(true)
                .check(code);
    }

    @Test
    void every_table_is_behind_the_wall_or_named_as_an_exception() {
        String migrations = migrations();
        Set<String> open = matches(CREATED, migrations);
        open.removeAll(matches(PARTITION, migrations));
        open.removeAll(matches(GUARDED, migrations));
        assertThat(open).containsExactlyInAnyOrderElementsOf(tablesOutsideThePolicies());
    }

    private static Set<String> matches(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map((MatchResult found) -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String migrations() {
        Path folder = Path.of("src/main/resources/db/migration");
        if (!Files.exists(folder)) {
            return "";
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().map(HouseRules::read).collect(Collectors.joining("\n"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}

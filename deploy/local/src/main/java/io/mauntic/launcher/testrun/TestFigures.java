package io.mauntic.launcher.testrun;

import static java.util.stream.Collectors.joining;

import io.mauntic.launcher.process.LaunchFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** How the tests of all modules went, added up from Surefire's reports. */
record TestFigures(int passed, int failed, int skipped, List<String> failures) {
    private static final int LONGEST_MESSAGE = 300;

    static TestFigures in(Path checkout) throws IOException {
        TestFigures sum = new TestFigures(0, 0, 0, List.of());
        for (Path report : reports(checkout)) {
            sum = sum.plus(of(report));
        }
        return sum;
    }

    /** Reports of tests that are gone would count again. */
    static void forget(Path checkout) throws IOException {
        for (Path report : reports(checkout)) {
            Files.delete(report);
        }
    }

    /** The failed tests with the beginning of what each says, and the sum as the last line. */
    @Override
    public String toString() {
        return Stream.concat(
                        failures.stream().map("FAILED "::concat),
                        Stream.of(
                                "%d passed, %d failed, %d skipped"
                                        .formatted(passed, failed, skipped)))
                .collect(joining("\n"));
    }

    private TestFigures plus(TestFigures other) {
        return new TestFigures(
                passed + other.passed,
                failed + other.failed,
                skipped + other.skipped,
                Stream.concat(failures.stream(), other.failures.stream()).toList());
    }

    private static List<Path> reports(Path checkout) throws IOException {
        try (Stream<Path> files = Files.find(checkout, 5, (path, _) -> isReport(path))) {
            return files.toList();
        }
    }

    private static boolean isReport(Path path) {
        String name = path.getFileName().toString();
        return path.getParent().endsWith("target/surefire-reports")
                && name.startsWith("TEST-")
                && name.endsWith(".xml");
    }

    private static TestFigures of(Path report) throws IOException {
        try {
            Element suite =
                    DocumentBuilderFactory.newDefaultInstance()
                            .newDocumentBuilder()
                            .parse(report.toFile())
                            .getDocumentElement();
            int failed = figure(suite, "failures") + figure(suite, "errors");
            int skipped = figure(suite, "skipped");
            return new TestFigures(
                    figure(suite, "tests") - failed - skipped, failed, skipped, failuresOf(suite));
        } catch (ParserConfigurationException | SAXException e) {
            throw new LaunchFailure("Cannot read " + report, e);
        }
    }

    private static List<String> failuresOf(Element suite) {
        return Stream.of("failure", "error")
                .map(suite::getElementsByTagName)
                .flatMap(
                        found ->
                                IntStream.range(0, found.getLength())
                                        .mapToObj(i -> (Element) found.item(i)))
                .map(TestFigures::told)
                .toList();
    }

    private static String told(Element failure) {
        Element test = (Element) failure.getParentNode();
        String message = failure.getAttribute("message").replaceAll("\\s+", " ").strip();
        return "%s.%s: %s"
                .formatted(
                        test.getAttribute("classname"),
                        test.getAttribute("name"),
                        message.substring(0, Math.min(LONGEST_MESSAGE, message.length())));
    }

    private static int figure(Element suite, String name) {
        return Integer.parseInt(suite.getAttribute(name));
    }
}

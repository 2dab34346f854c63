package io.github.vramguard.report.ci;

import io.github.vramguard.run.MeasuredTest;
import io.github.vramguard.run.Result;
import io.github.vramguard.run.Run;
import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Writes the XML of JUnit as Jenkins and GitLab read it, with one test case per verdict. Its name contains the check, so that it
 * is not a second result of the test itself.
 *
 * <p>A failed test is a failure, and an unfinished one is an error. A test that is inconclusive or was not judged is skipped,
 * because it has not passed, and because Jenkins shows the text of skipped tests.
 */
final class JUnitXml {

    private JUnitXml() {}

    static String of(Run run) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newInstance().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            line(xml);
            writeSuite(run, xml);
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException("a string takes all there is", impossible);
        }
        return text + "\n";
    }

    private static void writeSuite(Run run, XMLStreamWriter xml) throws XMLStreamException {
        OrderedTests ordered = OrderedTests.of(run);
        List<MeasuredTest> tests = ordered.all();
        xml.writeStartElement("testsuite");
        xml.writeAttribute("name", "vramguard");
        xml.writeAttribute("tests", Integer.toString(tests.size()));
        xml.writeAttribute("failures", count(tests, Result.FAILED));
        xml.writeAttribute("errors", count(tests, Result.UNFINISHED));
        xml.writeAttribute("skipped", count(tests, Result.INCONCLUSIVE, Result.NOT_JUDGED));
        xml.writeAttribute(
                "time", seconds(tests.stream().mapToLong(MeasuredTest::millis).sum()));
        for (MeasuredTest test : tests) {
            line(xml);
            writeCase(ordered.name(test), test, xml);
        }
        String problems = String.join("\n", Totals.problems(run));
        if (!problems.isEmpty()) {
            line(xml);
            writeText("system-err", problems, xml);
        }
        line(xml);
        xml.writeEndElement();
    }

    private static String count(List<MeasuredTest> tests, Result... results) {
        return Long.toString(tests.stream()
                .filter(test -> List.of(results).contains(test.result()))
                .count());
    }

    private static String seconds(long millis) {
        return String.format(Locale.ROOT, "%.3f", millis / 1000.0);
    }

    private static void writeCase(String name, MeasuredTest test, XMLStreamWriter xml) throws XMLStreamException {
        xml.writeStartElement("testcase");
        xml.writeAttribute("classname", attribute(OrderedTests.className(test)));
        xml.writeAttribute("name", attribute(name));
        xml.writeAttribute("time", seconds(test.millis()));
        switch (test.result()) {
            case FAILED -> writeFailure("failure", test, xml);
            case UNFINISHED -> writeFailure("error", test, xml);
            case INCONCLUSIVE, NOT_JUDGED -> writeText("skipped", OrderedTests.block(test), xml);
            case PASSED -> writeText("system-out", OrderedTests.block(test), xml);
        }
        xml.writeEndElement();
    }

    private static void writeFailure(String element, MeasuredTest test, XMLStreamWriter xml) throws XMLStreamException {
        xml.writeStartElement(element);
        xml.writeAttribute("message", attribute(test.headline()));
        xml.writeAttribute("type", "io.github.vramguard.verdict");
        xml.writeCharacters(Legal.of(OrderedTests.block(test)));
        xml.writeEndElement();
    }

    /** The text is no attribute, because Jenkins shows the text of a skipped test only without one. */
    private static void writeText(String element, String text, XMLStreamWriter xml) throws XMLStreamException {
        xml.writeStartElement(element);
        xml.writeCharacters(Legal.of(text));
        xml.writeEndElement();
    }

    /** Readers turn every white space of an attribute into a space. */
    private static String attribute(String text) {
        return Legal.of(text).replaceAll("\\s", " ");
    }

    private static void line(XMLStreamWriter xml) throws XMLStreamException {
        xml.writeCharacters("\n");
    }
}

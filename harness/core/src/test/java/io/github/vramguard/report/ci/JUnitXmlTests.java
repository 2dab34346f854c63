package io.github.vramguard.report.ci;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.vramguard.run.Result;
import io.github.vramguard.run.Run;
import java.io.StringReader;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

class JUnitXmlTests {

    private static Element parse(String xml) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(xml)))
                .getDocumentElement();
    }

    private static Element only(Element parent, String name) {
        assertThat(parent.getElementsByTagName(name).getLength()).isOne();
        return (Element) parent.getElementsByTagName(name).item(0);
    }

    private static Validator validator() throws SAXException {
        return SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                .newSchema(new StreamSource(new StringReader(Golden.text("junit.xsd"))))
                .newValidator();
    }

    @Test
    void eachVerdictIsATestCase() {
        assertThat(JUnitXml.of(Runs.all())).isEqualTo(Golden.text("TEST-vramguard.xml"));
    }

    @Test
    void readersOfJUnitTakeIt() throws Exception {
        Validator validator = validator();

        for (Run run : List.of(Runs.all(), Runs.of())) {
            assertThatCode(() -> validator.validate(new StreamSource(new StringReader(JUnitXml.of(run)))))
                    .doesNotThrowAnyException();
        }
        assertThatThrownBy(() -> validator.validate(new StreamSource(
                        new StringReader(JUnitXml.of(Runs.all()).replace("<failure", "<broken")))))
                .isInstanceOf(SAXException.class);
    }

    @Test
    void onMachinesOfTwoClassesEachIsATestCaseOfItsOwn() throws Exception {
        NodeList cases = parse(JUnitXml.of(Runs.onTwoMachines("leaks"))).getElementsByTagName("testcase");

        assertThat(IntStream.range(0, cases.getLength()).mapToObj(i -> ((Element) cases.item(i)).getAttribute("name")))
                .containsExactlyInAnyOrder(
                        "leaks() @LeakTest on Linux amd64, JDK 17 Eclipse Adoptium, no GPU",
                        "leaks() @LeakTest on Linux amd64, JDK 21 Eclipse Adoptium, no GPU");
    }

    @Property
    void anyNameIsReadBack(@ForAll String name) throws Exception {
        Element suite =
                parse(JUnitXml.of(Runs.of(Runs.named("com.acme.T#" + name, name, Result.FAILED, name, name, null))));
        Element testcase = only(suite, "testcase");

        assertThat(testcase.getAttribute("name")).isEqualTo(onOneLine(name + " @LeakTest"));
        assertThat(testcase.getAttribute("classname")).isEqualTo("com.acme.T");
        assertThat(only(testcase, "failure").getAttribute("message"))
                .isEqualTo(onOneLine("@LeakTest " + name + ": " + name));
        String block = "@LeakTest " + name + ": " + name + (name.isEmpty() ? "" : "\n\n" + name);
        assertThat(testcase.getTextContent()).isEqualTo(Legal.of(block));
    }

    private static String onOneLine(String text) {
        return Legal.of(text).replaceAll("[\\t\\n]", " ");
    }
}

package io.vpntck.reports.write;

import io.vpntck.reports.run.ScenarioOutcome;
import io.vpntck.reports.run.StepOutcome;
import io.vpntck.reports.verdict.ScenarioVerdict;
import io.vpntck.reports.verdict.Verdict;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes the scenarios' verdicts as JUnit XML: failed is a failure, inconclusive an error, the rest that did not pass skipped. */
final class JunitXml {
    static final String FILE = "junit.xml";

    private final RunReport report;

    JunitXml(RunReport report) {
        this.report = report;
    }

    void write(Path folder) throws IOException {
        try (OutputStream out = Files.newOutputStream(folder.resolve(FILE))) {
            XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(out, "UTF-8");
            xml.writeStartDocument("UTF-8", "1.0");
            suite(xml, report.judgement().scenarios());
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IOException("cannot write " + FILE, e);
        }
    }

    private void suite(XMLStreamWriter xml, List<ScenarioVerdict> scenarios) throws XMLStreamException {
        xml.writeStartElement("testsuite");
        xml.writeAttribute("name", "vpn-tck " + report.gatewayName());
        xml.writeAttribute("tests", Integer.toString(scenarios.size()));
        xml.writeAttribute("failures", count(scenarios, Verdict.FAILED));
        xml.writeAttribute("errors", count(scenarios, Verdict.INCONCLUSIVE));
        long skipped = scenarios.stream().filter(s -> skipped(s.verdict())).count();
        xml.writeAttribute("skipped", Long.toString(skipped));
        Duration all = scenarios.stream().map(JunitXml::took).reduce(Duration.ZERO, Duration::plus);
        xml.writeAttribute("time", seconds(all));
        for (ScenarioVerdict scenario : scenarios) {
            testCase(xml, scenario);
        }
        xml.writeEndElement();
    }

    private static void testCase(XMLStreamWriter xml, ScenarioVerdict found) throws XMLStreamException {
        xml.writeStartElement("testcase");
        xml.writeAttribute("classname", found.scenario().feature());
        xml.writeAttribute("name", found.scenario().name());
        xml.writeAttribute("file", found.scenario().file());
        xml.writeAttribute("line", Integer.toString(found.scenario().line()));
        xml.writeAttribute("time", seconds(took(found)));
        if (found.verdict().red()) {
            xml.writeStartElement(found.verdict() == Verdict.FAILED ? "failure" : "error");
            xml.writeAttribute("message", printable(found.reason()));
            xml.writeCharacters(
                    printable(found.brokenStep().map(StepOutcome::error).orElse("")));
            xml.writeEndElement();
        } else if (skipped(found.verdict())) {
            xml.writeStartElement("skipped");
            xml.writeAttribute("message", printable(found.verdict().word() + ": " + found.reason()));
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    private static boolean skipped(Verdict verdict) {
        return !verdict.red() && verdict != Verdict.PASSED;
    }

    private static String count(List<ScenarioVerdict> scenarios, Verdict verdict) {
        return Long.toString(
                scenarios.stream().filter(s -> s.verdict() == verdict).count());
    }

    private static Duration took(ScenarioVerdict found) {
        return found.outcome().map(ScenarioOutcome::took).orElse(Duration.ZERO);
    }

    private static String seconds(Duration time) {
        return String.format(Locale.ROOT, "%.3f", time.toMillis() / 1000.0);
    }

    /** Without what XML 1.0 cannot hold. */
    private static String printable(String text) {
        return text.replaceAll("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\ufffe\\uffff]", "?");
    }
}

package io.rapport.k8s;

import com.marcnuri.helm.Helm;
import com.marcnuri.helm.LintResult;
import com.marcnuri.helm.TemplateCommand;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The chart under test. */
final class Chart {
    static final Path FOLDER = Path.of(System.getProperty("rapport.root", ".."), "k8s", "chart");

    private Chart() {}

    static LintResult lint() {
        return new Helm(FOLDER).lint().strict().call();
    }

    static List<Manifest> render(Map<String, String> values) {
        TemplateCommand template = new Helm(FOLDER).template().withName("shop").withKubeVersion("1.34.0");
        values.forEach(template::set);
        return Manifest.parse(template.call());
    }

    static List<String> faults(List<Manifest> manifests) {
        List<String> faults = new ArrayList<>();
        for (Manifest manifest : manifests) {
            faults.addAll(KubernetesSchema.faults(manifest));
            faults.addAll(HouseRules.faults(manifest));
        }
        return faults;
    }
}

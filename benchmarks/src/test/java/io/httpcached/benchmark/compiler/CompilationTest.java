package io.httpcached.benchmark.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class CompilationTest {

    @Test
    void writesOneInterceptorForEachController() throws IOException {
        try (Compilation compilation = new Compilation(2, 3)) {
            compilation.run();
            assertThat(compilation.interceptors()).isEqualTo(2);
        }
    }
}

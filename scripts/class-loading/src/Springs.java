import java.net.URL;
import java.net.URLClassLoader;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A context of Spring Boot with what it configures by itself, and some beans. */
final class Springs {

    private Springs() {}

    static ConfigurableApplicationContext start() {
        return new SpringApplicationBuilder(App.class)
                .web(WebApplicationType.NONE)
                .bannerMode(org.springframework.boot.Banner.Mode.OFF)
                .logStartupInfo(false)
                .registerShutdownHook(false)
                .run();
    }

    /** With all of Spring in a loader of its own, as an application server does. */
    static ClassLoader restart() throws Exception {
        String[] path = System.getProperty("java.class.path").split(":");
        URL[] urls = new URL[path.length];
        for (int i = 0; i < urls.length; i++) {
            urls[i] = java.nio.file.Path.of(path[i]).toUri().toURL();
        }
        ClassLoader own = new URLClassLoader(urls, ClassLoader.getPlatformClassLoader());
        Thread.currentThread().setContextClassLoader(own);
        try {
            var start = Class.forName("Springs", true, own).getDeclaredMethod("start");
            start.setAccessible(true);
            ((AutoCloseable) start.invoke(null)).close();
            return own;
        } finally {
            Thread.currentThread().setContextClassLoader(Springs.class.getClassLoader());
        }
    }

    @Configuration
    @EnableAutoConfiguration
    static class App {

        @Bean
        String model() {
            return "model";
        }

        @Bean
        Runnable user(String model) {
            return model::length;
        }
    }
}

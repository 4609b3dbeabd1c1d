package io.httpcached.server.config;

import io.httpcached.engine.codec.EntryCodec;
import io.httpcached.store.CacheStore;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.annotation.ConfigurationReader;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.env.PropertySource;
import io.micronaut.context.env.PropertySource.PropertyConvention;
import io.micronaut.core.annotation.AnnotationUtil;
import io.micronaut.core.naming.NameUtils;
import io.micronaut.core.naming.Named;
import io.micronaut.inject.BeanDefinition;
import io.micronaut.inject.qualifiers.Qualifiers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Warns at startup of properties under {@code http-cache} that nothing reads: a misspelled property has no effect. Stores and
 * codecs of the application may have properties there, under their own names or in configuration classes.
 */
@Context
final class UnknownPropertyCheck {

    private static final Logger LOG = LoggerFactory.getLogger("io.httpcached");

    private static final String PREFIX = HttpCacheConfiguration.PREFIX;

    /** The end of the prefix of a configuration class with one bean a name. */
    private static final String EACH = ".*";

    UnknownPropertyCheck(ApplicationContext context) {
        Set<String> properties = new TreeSet<>();
        Set<String> variables = new TreeSet<>();
        for (PropertySource source : context.getEnvironment().getPropertySources()) {
            boolean environment = source.getConvention() == PropertyConvention.ENVIRONMENT_VARIABLE;
            for (String name : source) {
                if (environment) {
                    variables.add(name);
                } else {
                    addProperties(NameUtils.hyphenate(name, true), source.get(name), properties);
                }
            }
        }
        properties.removeIf(name -> !isIn(PREFIX, name) || KnownProperties.contains(name));
        variables.removeIf(name -> !isVariableIn(PREFIX, name) || KnownProperties.containsVariable(name));
        if (!properties.isEmpty() || !variables.isEmpty()) {
            List<String> foreign = foreignPrefixes(context);
            properties.removeIf(name -> foreign.stream().anyMatch(prefix -> isIn(prefix, name)));
            variables.removeIf(name -> foreign.stream().anyMatch(prefix -> isVariableIn(prefix, name)));
            properties.forEach(name -> warn(name, KnownProperties.nearest(name)));
            variables.forEach(name -> warn(name, KnownProperties.nearestVariable(name)));
        }
    }

    private static void warn(String name, String nearest) {
        LOG.warn("{} is not a property of HttpCached and has no effect. Did you mean {}?", name, nearest);
    }

    /** A property source may contain maps, whose keys continue the name. */
    private static void addProperties(String name, @Nullable Object value, Set<String> properties) {
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, each) ->
                    addProperties(name + '.' + NameUtils.hyphenate(String.valueOf(key), true), each, properties));
        } else {
            properties.add(name);
        }
    }

    private static boolean isIn(String prefix, String name) {
        return name.startsWith(prefix + '.');
    }

    private static boolean isVariableIn(String prefix, String name) {
        return name.startsWith(KnownProperties.variable(prefix) + '_');
    }

    /** The prefixes of stores, codecs and configuration classes of the application. */
    private static List<String> foreignPrefixes(ApplicationContext context) {
        List<String> prefixes = new ArrayList<>();
        Stream.of(CacheStore.class, EntryCodec.class)
                .flatMap(type -> context.getBeanDefinitions(type).stream())
                .forEach(definition -> beanName(definition).ifPresent(name -> prefixes.add(PREFIX + '.' + name)));
        context.getBeanDefinitions(Qualifiers.byStereotype(ConfigurationReader.class))
                .forEach(definition -> definition
                        .stringValue(ConfigurationReader.class, ConfigurationReader.PREFIX)
                        .map(prefix ->
                                prefix.endsWith(EACH) ? prefix.substring(0, prefix.length() - EACH.length()) : prefix)
                        .filter(prefix -> isIn(PREFIX, prefix))
                        .ifPresent(prefixes::add));
        prefixes.removeIf(KnownProperties::haveIn);
        return prefixes;
    }

    private static Optional<String> beanName(BeanDefinition<?> definition) {
        return definition.getDeclaredQualifier() instanceof Named named
                ? Optional.of(named.getName())
                : definition.stringValue(AnnotationUtil.NAMED);
    }
}

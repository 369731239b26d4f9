package dev.openaierrors.log4j2;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.apache.logging.log4j.core.config.plugins.PluginVisitorStrategy;

/**
 * Marks the parameter of a plugin's factory that takes all attributes of its element, and the
 * elements inside it, as {@link dev.openaierrors.plugin.Settings}: which of them there are is known
 * to core alone. It has to be the last parameter: what no other has taken by then is unknown.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.PARAMETER)
@PluginVisitorStrategy(SettingsVisitor.class)
public @interface ElementSettings {}

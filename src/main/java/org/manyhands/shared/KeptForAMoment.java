package org.manyhands.shared;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On the handler of a page that reads alike for everybody who is not signed in: its address alone decides what it says.
 * For them its bytes are made once and kept for a moment, see {@link KeptPages}.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface KeptForAMoment {}

/** The volunteer sign-up of a conference: one package a module, floors as the README's picture shows them. */
@NullMarked
package org.manyhands;

import org.jspecify.annotations.NullMarked;

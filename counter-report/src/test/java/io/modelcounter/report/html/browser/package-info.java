/** What the page does in a browser. The tests need chromium and chromedriver. */
@NullMarked
package io.modelcounter.report.html.browser;

import org.jspecify.annotations.NullMarked;

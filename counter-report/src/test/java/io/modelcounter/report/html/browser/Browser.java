package io.modelcounter.report.html.browser;

import io.modelcounter.analysis.Report;
import io.modelcounter.report.Rendering;
import io.modelcounter.report.html.HtmlReport;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** A chromium without a window that shows reports from files. */
final class Browser implements AutoCloseable {
  /** Warns that it does not know this very version of the browser, of which nothing is needed. */
  private static final Logger DEVTOOLS = Logger.getLogger("org.openqa.selenium.devtools");

  private final ChromeDriver driver;
  private final Path folder;

  private Browser(ChromeDriver driver, Path folder) {
    this.driver = driver;
    this.folder = folder;
  }

  /** Starts a browser if its two programs are on the path. */
  static Optional<Browser> start(Path folder) {
    Optional<File> binary = program("chromium", "chromium-browser", "google-chrome");
    Optional<File> service = program("chromedriver");
    if (binary.isEmpty() || service.isEmpty()) {
      return Optional.empty();
    }
    DEVTOOLS.setLevel(Level.SEVERE);
    ChromeOptions options = new ChromeOptions();
    options.setBinary(binary.get());
    options.addArguments(
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-dev-shm-usage",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--window-size=1300,1000",
        "--user-data-dir=" + folder.resolve("profile"));
    LoggingPreferences logging = new LoggingPreferences();
    logging.enable(LogType.BROWSER, Level.ALL);
    logging.enable(LogType.PERFORMANCE, Level.ALL);
    options.setCapability("goog:loggingPrefs", logging);
    System.setProperty(ChromeDriverService.CHROME_DRIVER_EXE_PROPERTY, service.get().getPath());
    return Optional.of(new Browser(new ChromeDriver(options), folder));
  }

  private static Optional<File> program(String... names) {
    String path = Objects.requireNonNullElse(System.getenv("PATH"), "");
    return Arrays.stream(names)
        .flatMap(
            name -> Stream.of(path.split(File.pathSeparator, -1)).map(part -> new File(part, name)))
        .filter(File::canExecute)
        .findFirst();
  }

  /**
   * Shows a report; the hash, which may be empty, is what stands behind the address of the file.
   */
  void open(Report report, String hash) throws IOException {
    Path file = Files.createTempFile(folder, "report", ".html");
    Files.write(file, Rendering.bytes(new HtmlReport(), report));
    driver.get("about:blank");
    logs(LogType.BROWSER);
    logs(LogType.PERFORMANCE);
    driver.get(file.toUri() + hash);
    waitFor("document.documentElement.dataset.ready !== undefined");
  }

  /** Waits until an expression is true, at most as long as a script may take. */
  void waitFor(String condition) {
    runAndWait(
        "const done = arguments[0]; const check = () => ("
            + condition
            + ") ? done(true) : setTimeout(check, 20); check()");
  }

  /** Runs a script; null if it returns nothing. */
  @SuppressWarnings("TypeParameterUnusedInFormals") // The caller knows what its script returns.
  <T> T run(String script, Object... arguments) {
    @SuppressWarnings("unchecked")
    T result = (T) driver.executeScript(script, arguments);
    return result;
  }

  /** Runs a script that calls its last argument when it is done. */
  @SuppressWarnings("TypeParameterUnusedInFormals")
  <T> T runAndWait(String script, Object... arguments) {
    @SuppressWarnings("unchecked")
    T result = (T) driver.executeAsyncScript(script, arguments);
    return result;
  }

  WebElement find(String selector) {
    return driver.findElement(By.cssSelector(selector));
  }

  List<String> texts(String selector) {
    return driver.findElements(By.cssSelector(selector)).stream().map(WebElement::getText).toList();
  }

  /** Presses keys wherever the focus is. */
  void press(CharSequence... keys) {
    driver.switchTo().activeElement().sendKeys(keys);
  }

  void press(Keys key) {
    driver.switchTo().activeElement().sendKeys(key);
  }

  Map<String, Object> devtools(String command, Map<String, Object> parameters) {
    return driver.executeCdpCommand(command, parameters);
  }

  String address() {
    return Objects.requireNonNull(driver.getCurrentUrl());
  }

  void back() {
    driver.navigate().back();
  }

  /** Messages on the console and events of the network since the page was opened. */
  List<String> logs(String type) {
    return driver.manage().logs().get(type).getAll().stream().map(LogEntry::getMessage).toList();
  }

  @Override
  public void close() {
    driver.quit();
  }
}

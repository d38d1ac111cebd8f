package io.modelcounter.cli.analyze;

import io.modelcounter.cli.input.InputRequest;
import io.modelcounter.cli.plugin.PluginRequest;

/**
 * What a run is asked for, in the words of the command line.
 *
 * @param inputs which models
 * @param engine how to count them
 * @param plugins which plugins take part
 * @param reports what to write
 * @param run how to go about it
 */
public record AnalyzeRequest(
    InputRequest inputs,
    EngineRequest engine,
    PluginRequest plugins,
    ReportRequest reports,
    RunRequest run) {}

import { Logger } from '@aws-lambda-powertools/logger';
import { Metrics, MetricUnit } from '@aws-lambda-powertools/metrics';
import type { Log } from '../domain/ports.ts';

/** Structured lines for CloudWatch, and metrics that alarms watch, by Powertools. Names come from POWERTOOLS_* settings. */
export function createAwsLog(): Log {
  const logger = new Logger();
  const metrics = new Metrics();
  return {
    info: (message, fields = {}) => logger.info(message, fields),
    warn: (message, fields = {}) => logger.warn(message, fields),
    error: (message, fields = {}) => logger.error(message, fields),
    // One metric at a time is published at once: nothing is lost when the function is frozen right after.
    count: (metric) => metrics.singleMetric().addMetric(metric, MetricUnit.Count, 1),
  };
}

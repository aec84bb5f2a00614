// Sends one call of each kind and two hundred more, and says what the SDK thinks became of them.
import { Analytics } from '@segment/analytics-node'

const [host, writeKey] = process.argv.slice(2)
const analytics = new Analytics({ host, writeKey, maxEventsInBatch: 20 })
let delivered = 0
let failed = 0
const count = (error) => (error ? failed++ : delivered++)
analytics.on('error', (error) => console.error(error))

analytics.identify({ userId: 'u', traits: { email: 'u@example.com', name: 'Zoë 😀' } }, count)
analytics.track({ userId: 'u', event: 'Order Completed', properties: { order_id: '1', revenue: 24.95 } }, count)
analytics.page({ anonymousId: 'a', name: 'Home' }, count)
analytics.screen({ userId: 'u', name: 'Start' }, count)
analytics.group({ userId: 'u', groupId: 'g' }, count)
analytics.alias({ userId: 'u', previousId: 'a' }, count)
for (let i = 0; i < 200; i++) {
  analytics.track({ anonymousId: `a-${i}`, event: 'Product Viewed', properties: { product_id: `p-${i}` } }, count)
}
await analytics.closeAndFlush({ timeout: 60000 })
console.log(`delivered ${delivered}, failed ${failed}`)

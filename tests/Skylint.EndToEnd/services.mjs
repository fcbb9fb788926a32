// Starts stand-ins for SQS, SNS and S3 and for DynamoDB on free ports of this machine, prints their addresses on one line, and runs until it is killed.
import dynalite from 'dynalite'
import { buildApp } from 'fauxqs'

const aws = buildApp({ logger: false, defaultRegion: 'us-east-1' })
await aws.listen({ host: '127.0.0.1', port: 0 })
const dynamo = dynalite({ createTableMs: 0 })
await new Promise(resolve => dynamo.listen(0, '127.0.0.1', resolve))
console.log(`http://127.0.0.1:${aws.server.address().port} http://127.0.0.1:${dynamo.address().port}`)

using System.Collections.Generic;

namespace Amazon.Lambda.SQSEvents
{
    public class SQSEvent
    {
        public List<SQSMessage> Records { get; set; }

        public class SQSMessage
        {
            public string Body { get; set; }

            public string MessageId { get; set; }
        }
    }

    public class SQSBatchResponse
    {
        public List<BatchItemFailure> BatchItemFailures { get; set; }

        public class BatchItemFailure
        {
            public string ItemIdentifier { get; set; }
        }
    }
}

namespace Amazon.Lambda.KinesisEvents
{
    public class KinesisEvent
    {
        public List<KinesisEventRecord> Records { get; set; }

        public class KinesisEventRecord
        {
            public string EventId { get; set; }
        }
    }
}

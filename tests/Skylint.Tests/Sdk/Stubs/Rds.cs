using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Amazon.Runtime;

namespace Amazon.RDS
{
    public interface IAmazonRDS : IAmazonService
    {
        Task<Model.CreateDBInstanceResponse> CreateDBInstanceAsync(Model.CreateDBInstanceRequest request, CancellationToken cancellationToken = default);

        Task<Model.ModifyDBInstanceResponse> ModifyDBInstanceAsync(Model.ModifyDBInstanceRequest request, CancellationToken cancellationToken = default);
    }
}

namespace Amazon.RDS.Model
{
    public class CreateDBInstanceRequest : AmazonWebServiceRequest
    {
        public string DBInstanceIdentifier { get; set; }

        public bool? PubliclyAccessible { get; set; }

        public bool? StorageEncrypted { get; set; }

        public List<Tag> Tags { get; set; }
    }

    public class CreateDBInstanceResponse : AmazonWebServiceResponse
    {
    }

    public class DBInstance
    {
        public bool? PubliclyAccessible { get; set; }

        public bool? StorageEncrypted { get; set; }
    }

    public class ModifyDBInstanceRequest : AmazonWebServiceRequest
    {
        public bool? PubliclyAccessible { get; set; }

        public bool? StorageEncrypted { get; set; }
    }

    public class ModifyDBInstanceResponse : AmazonWebServiceResponse
    {
    }

    public class Tag
    {
        public string Key { get; set; }

        public string Value { get; set; }
    }
}

namespace Microsoft.AspNetCore.Mvc
{
    public abstract class ControllerBase
    {
    }
}

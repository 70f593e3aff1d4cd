namespace Bridge.EndToEnd.Tests.Running;

/// <summary>People who come to the doors.</summary>
internal interface IVisitors
{
    /// <summary>Goes on until it is cancelled.</summary>
    Task RunAsync(CancellationToken cancellationToken);
}

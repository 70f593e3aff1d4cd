namespace Bridge.Host.Accounts;

/// <summary>Whether accounts can be used yet. The doors come first: the file is opened after the engine turns, and the API waits for it.</summary>
public sealed class AccountsGate
{
    private readonly TaskCompletionSource<bool> opened = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>True when the accounts can be used, false when the file was refused.</summary>
    public Task<bool> WhenOpenedAsync(CancellationToken cancellationToken) => opened.Task.WaitAsync(cancellationToken);

    /// <summary>Opened, and can be used.</summary>
    public bool IsOpen { get; private set; }

    public void Settle(bool usable)
    {
        IsOpen = usable;
        opened.TrySetResult(usable);
    }
}

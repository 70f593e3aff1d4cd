using System.Text;
using Bridge.Journal.Storage;

namespace Bridge.Host.Accounts;

/// <summary>
/// The one-time code with which the first administrator makes his account. While there is none it lies in a file that only the service's user can
/// read; a code is good for a quarter of an hour, and whoever comes later with the old one finds a new one there.
/// </summary>
public sealed class FirstEnrolment(AccountsOptions options, TimeProvider time)
{
    public static readonly TimeSpan GoodFor = TimeSpan.FromMinutes(15);

    private readonly Lock gate = new();
    private string? digest;
    private DateTimeOffset until;

    /// <summary>There is no account, and the code for the first one waits.</summary>
    public bool IsOpen
    {
        get
        {
            lock (gate)
            {
                return digest is not null;
            }
        }
    }

    /// <summary>There is no account: make a code.</summary>
    public void Begin()
    {
        lock (gate)
        {
            var code = SecretToken.NewCode();
            digest = SecretToken.Digest(code);
            until = time.GetUtcNow() + GoodFor;
            OwnerFile.Replace(options.FirstCodeFile, Encoding.ASCII.GetBytes(code + "\n"));
            options.Terminal?.WriteLine($"There is no account yet. The first administrator's code, good for 15 minutes and once: {code}");
            options.Terminal?.WriteLine($"It is also in {options.FirstCodeFile}");
        }
    }

    /// <summary>Takes the code: true once. An old one is replaced by a new one in the file.</summary>
    public bool TryTake(string code)
    {
        lock (gate)
        {
            if (digest is null)
            {
                return false;
            }

            if (time.GetUtcNow() >= until)
            {
                Begin();
                return false;
            }

            if (!SecretToken.Matches(code.Trim(), digest))
            {
                return false;
            }

            digest = null;
            return true;
        }
    }

    /// <summary>The first account is there: nothing is left of the code.</summary>
    public void Finish()
    {
        lock (gate)
        {
            digest = null;
            File.Delete(options.FirstCodeFile);
        }
    }
}

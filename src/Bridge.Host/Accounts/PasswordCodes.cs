using Bridge.Host.Accounts.Sessions;
using Bridge.Host.Accounts.Store;
using Bridge.Policy;
using Microsoft.AspNetCore.Identity;

namespace Bridge.Host.Accounts;

/// <summary>Passwords that are set with a one-time code, at the API and on the pages: the first administrator's, and everybody's own.</summary>
internal sealed class PasswordCodes(
    FirstEnrolment first, FailureBook failures, Credentials credentials, UserManager<Account> users, AccountAdministration administration, SecurityLog security)
{
    private const string FirstCode = "the first administrator's code";

    /// <summary>There is no account yet.</summary>
    public bool IsFirstOpen => first.IsOpen;

    public async Task<CodeOutcome> MakeFirstAsync(string code, string name, string password, CancellationToken cancellationToken)
    {
        var account = new Account { Id = SecretToken.NewId("u"), UserName = name, DisplayName = name, Posts = [PostRow.Of(new Post(Role.Administrator, null))] };
        if (await administration.FaultAsync(account, password, cancellationToken) is { } fault)
        {
            return new CodeOutcome.PasswordFault(fault);
        }

        var locked = failures.IsLocked(FirstCode, null);
        if (locked || !first.TryTake(code))
        {
            if (!locked)
            {
                failures.Fail(FirstCode, null);
            }

            security.Tell(SecurityMatter.SignInFailed, null, FirstCode);
            return new CodeOutcome.Refused();
        }

        if (!(await users.CreateAsync(account, password)).Succeeded)
        {
            first.Begin();
            return new CodeOutcome.NameFault();
        }

        first.Finish();
        security.Tell(SecurityMatter.FirstAdministratorCreated, new(account.Id), "");
        return new CodeOutcome.Done(account);
    }

    public async Task<CodeOutcome> SetAsync(string name, string code, string password, CancellationToken cancellationToken)
    {
        if (credentials.IsCodeLocked(name))
        {
            return new CodeOutcome.Refused();
        }

        var (done, fault) = await administration.SetPasswordAsync(name, code, password, cancellationToken);
        return done ? new CodeOutcome.Done(null) : fault is null ? new CodeOutcome.Refused() : new CodeOutcome.PasswordFault(fault);
    }
}

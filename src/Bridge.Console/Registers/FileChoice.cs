using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;

namespace Bridge.Console.Registers;

/// <summary>A field for one file, whose component speaks like the others of the page.</summary>
public sealed class FileChoice : InputFile
{
    [Parameter]
    public EventCallback<IBrowserFile> Chosen { get; set; }

    protected override void OnInitialized()
    {
        base.OnInitialized();
        OnChange = EventCallback.Factory.Create<InputFileChangeEventArgs>(this, changed => Chosen.InvokeAsync(changed.File));
    }
}
